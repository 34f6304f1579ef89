using System.Runtime.InteropServices;
using System.Text;

namespace Hnn.Mpi.Binding;

// The few functions of the C library that .NET does not offer as MPI needs them; all but one not for Windows.
// They are found in the running program, so that no name of a C library has to be known (glibc, musl, macOS).
internal static unsafe class SystemFunctions
{
    private const int BindNow = 2;
    private const int TerminateSignal = 15;
    private static readonly int ContinueSignal = OperatingSystem.IsMacOS() ? 19 : 18;
    private static readonly int Global = OperatingSystem.IsMacOS() ? 8 : 0x100;

    private static readonly nint Sleep = OperatingSystem.IsWindows() ? 0 : Address("usleep");

    /// <summary>Sleeps for parts of a millisecond, which .NET cannot; on Windows lets others run.</summary>
    public static void Nap(TimeSpan time)
    {
        if (Sleep == 0)
            Thread.Yield();
        else
            _ = ((delegate* unmanaged[Cdecl]<uint, int>)Sleep)((uint)time.TotalMicroseconds);
    }

    /// <summary>Sets an environment variable for native code, which does not see those set with <see cref="Environment"/>.</summary>
    public static void SetVariable(string name, string value, bool overwrite)
    {
        var set = (delegate* unmanaged[Cdecl]<byte*, byte*, int, int>)Address("setenv");
        fixed (byte* nativeName = Terminated(name), nativeValue = Terminated(value))
            _ = set(nativeName, nativeValue, overwrite ? 1 : 0);
    }

    /// <summary>Opens a library with all its symbols, and makes them visible to the plug-ins it will load itself.</summary>
    /// <returns>Its handle, for <see cref="NativeLibrary"/>, or 0 with the loader's words in <paramref name="fault"/>.</returns>
    public static nint Open(string library, out string fault)
    {
        var open = (delegate* unmanaged[Cdecl]<byte*, int, nint>)Address("dlopen");
        var error = (delegate* unmanaged[Cdecl]<nint>)Address("dlerror");
        fixed (byte* name = Terminated(library))
        {
            var handle = open(name, BindNow | Global);
            fault = handle == 0 ? Marshal.PtrToStringUTF8(error()) ?? "unknown fault" : "";
            return handle;
        }
    }

    /// <summary>Lets a descriptor stand for the open file of another.</summary>
    /// <exception cref="IOException">The system refuses.</exception>
    public static void Redirect(int descriptor, int target)
    {
        var duplicate = (delegate* unmanaged[Cdecl]<int, int, int>)Address("dup2");
        if (duplicate(target, descriptor) < 0)
            throw new IOException($"Descriptor {descriptor} cannot be redirected to {target}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastSystemError())}.");
    }

    /// <summary>Asks a process to end (SIGTERM), and one that is stopped to go on so that it can (SIGCONT). Nothing happens if it is gone.</summary>
    public static void Terminate(int process)
    {
        var kill = (delegate* unmanaged[Cdecl]<int, int, int>)Address("kill");
        _ = kill(process, TerminateSignal);
        _ = kill(process, ContinueSignal);
    }

    /// <summary>Ends this process without a word to any library in it.</summary>
    public static void ExitAtOnce(int code) => ((delegate* unmanaged[Cdecl]<int, void>)Address("_exit"))(code);

    private static nint Address(string function) => NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), function);

    private static byte[] Terminated(string text) => Encoding.UTF8.GetBytes(text + '\0');
}
