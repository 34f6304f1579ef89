using System.Reflection;
using PublicApiGenerator;

namespace Hnn.Solution.Tests;

public class PublicApiTests
{
    private const string AcceptSwitch = "HNN_ACCEPT_API";

    // Programs have no public members.
    private static readonly string[] Programs = ["Hnn.Cli", "Hnn.Runner"];

    public static TheoryData<string> Libraries => [.. Repository.SourceProjects.Except(Programs)];

    [Theory, MemberData(nameof(Libraries))]
    public void The_public_API_changes_only_on_purpose(string library)
    {
        var snapshot = Path.Combine(Repository.Root, "tests", "Hnn.Solution.Tests", "Api", $"{library}.txt");
        var actual = Assembly.Load(library).GeneratePublicApi(new() { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable(AcceptSwitch) == "1")
            File.WriteAllText(snapshot, actual);

        var expected = File.Exists(snapshot) ? File.ReadAllText(snapshot).ReplaceLineEndings("\n") : "";

        Assert.True(expected == actual, $"{FirstDifference(expected, actual)}\nIf the change is meant, accept it: {AcceptSwitch}=1 dotnet run --project tests/Hnn.Solution.Tests");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (before, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = before.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1} was '{before.ElementAtOrDefault(line)?.Trim()}' and is '{now.ElementAtOrDefault(line)?.Trim()}'.";
    }
}
