using System.Reflection;
using Hnn.Jupyter.Displays;
using Hnn.Jupyter.Outputs;

namespace Hnn.Jupyter.Scripting;

/// <summary>Calls an <see cref="EngineExtension"/>, after giving it what it asks for.</summary>
internal static class ExtensionCall
{
    /// <summary>Sets <c>Host</c> and <c>Interrupt</c>, where the type has them, and calls its method.</summary>
    /// <exception cref="InvalidOperationException">The type or the method cannot be found.</exception>
    public static void Run(EngineExtension extension)
    {
        var type = Type.GetType(extension.TypeName, throwOnError: false)
            ?? throw new InvalidOperationException($"The engine's extension '{extension.TypeName}' cannot be found. Name the type with its assembly (Namespace.Type, Assembly), and let the assembly lie beside the program.");
        var method = type.GetMethod(extension.MethodName, BindingFlags.Public | BindingFlags.Static, [])
            ?? throw new InvalidOperationException($"The engine's extension '{extension.TypeName}' has no public static method '{extension.MethodName}' without parameters. Name one that it has.");
        Set(type, "Host", (Func<IReadOnlyDictionary<string, string>, Action<IReadOnlyDictionary<string, string>>>)Show);
        Set(type, "Interrupt", () => RunningCell.Current?.GiveInterrupt() ?? CancellationToken.None);
        method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    private static void Set<T>(Type type, string name, T value)
    {
        if (type.GetProperty(name, BindingFlags.Public | BindingFlags.Static) is { CanWrite: true } property && property.PropertyType == typeof(T))
            property.SetValue(null, value);
    }

    private static Action<IReadOnlyDictionary<string, string>> Show(IReadOnlyDictionary<string, string> forms)
    {
        var shown = DisplayedValue.Show(MimeBundle.Of(forms));
        return newer => shown.Update(MimeBundle.Of(newer));
    }
}
