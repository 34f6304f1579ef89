using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Microsoft.DotNet.Interactive.Formatting;

namespace Hnn.Interactive.Tests;

/// <summary>A notebook's host brings its own copy of the formatting library: only what every version has may be used, and that is what the oldest known one has.</summary>
public class FormattingContractTests
{
    [Fact]
    public void The_formatting_library_of_these_tests_is_the_oldest_known_one()
    {
        var version = typeof(Formatter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        Assert.StartsWith("1.0.0-beta.23562.1", version, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_member_that_is_referred_to_exists_in_it()
    {
        var extension = typeof(NotebookExtension).Module;

        // Throws where no member has that name and signature. Of open generic types any argument will do.
        Type[] any = [typeof(object), typeof(object)];
        var members = MemberReferencesOf(extension).Select(token => extension.ResolveMember(token, any, any)!).ToArray();

        Assert.Equal(
            ["Register", "SetPreferredMimeTypesFor"],
            members.Where(member => member.DeclaringType!.Assembly == typeof(Formatter).Assembly).Select(member => member.Name).Distinct().Order(StringComparer.Ordinal));
    }

    private static int[] MemberReferencesOf(Module module)
    {
        using var file = new PEReader(File.OpenRead(module.FullyQualifiedName));
        return [.. file.GetMetadataReader().MemberReferences.Select(handle => MetadataTokens.GetToken(handle))];
    }
}
