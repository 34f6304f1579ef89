using Hnn.Testing;

namespace Hnn.Jupyter.Tests.Kernel;

public class ConformanceTests
{
    private const string Python = "/usr/bin/python3";

    [Fact]
    public void Jupyters_own_tests_of_kernels_pass_and_none_is_skipped()
    {
        Assert.SkipUnless(
            File.Exists("/usr/lib/python3/dist-packages/jupyter_kernel_test/__init__.py"),
            "There is no jupyter_kernel_test: install the package python3-jupyter-kernel-test, or run test.sh --all, which does.");
        using var folder = new TemporaryFolder();
        using var install = KernelProcess.StartProgram("dotnet", [KernelProcess.Command, "notebook", "install", "--prefix", folder.PathOf("")], jupyterParent: null);
        install.WaitForExit();

        using var tests = KernelProcess.StartProgram("env", [$"JUPYTER_PATH={folder.PathOf("share/jupyter")}", Python, Path.Combine(AppContext.BaseDirectory, "Kernel", "conformance.py")], jupyterParent: null);
        var report = tests.StandardError.ReadToEnd();
        tests.WaitForExit();

        Assert.True(tests.ExitCode == 0, report);
        Assert.DoesNotContain("skipped", report, StringComparison.Ordinal);
    }
}
