using System.Collections.Immutable;
using Hnn.Core.Optimization;
using Hnn.Core.Optimization.Solvers;
using Hnn.Testing;

namespace Hnn.Core.Tests.Optimization;

public sealed class FitResultTests
{
    [Fact]
    public void The_text_report_says_what_was_fitted_and_how_well()
    {
        var lines = Sample().ToText().Split('\n');

        Assert.Equal(
            """
            Fit
              loss         9 with the initial parameters, 4.5 at best (evaluation 3)
              objective    rmse from the start to the end
              dipoles      1 trial, times 3000, smoothed over 10 ms
              evaluations  4 of 8, 1 failed
              ended        the time limit was reached
              time         2.0 s, 5.0 % of it in the solver

            Parameters
              name    initial  best  bounds
              mu      10       5     5 to 15           at its lower bound
              weight  0.155    0.2   0.01 to 0.3
              double  0.31     0.4   linked to weight
              delay   0.1      0.1   0.1 (fixed)

            Judged on 3 fresh seeds, which the fit has not seen
              evaluation   loss in the fit  fresh trials (mean ± SD)  gap  better than initial (± SE)
              3            4.5              7 ± 1                     2.5  3 ± 0.57735
              1 (initial)  9                10 ± 1                    1
              Over-fit: single trials of the best parameters are worse by 2.5 on fresh seeds than on those of the fit, which has learned its seeds to that extent.
              On the same fresh seeds they are 3 ± 0.57735 (standard error) better than the initial ones.

            Failed evaluations
              evaluation  why
              4           With mu = 15: Too <late>. Really.

            Warnings
              A line was dropped & made again.

            Provenance
            """.Split('\n'),
            lines[..(Array.IndexOf(lines, "Provenance") + 1)]);
        Assert.Contains("  solver seed                      3", lines);
        Assert.Contains("  seeds of ev                      events 2, connections 3", lines);
        Assert.Contains(lines, line => line.StartsWith("  library version ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_html_report_holds_the_same_cells_encoded()
    {
        var html = Sample().ToHtml();

        Assert.StartsWith("<div class=\"hnn-fit\">\n<h4>Fit</h4>\n<table>\n<tr><td>loss</td><td>9 with the initial parameters, 4.5 at best (evaluation 3)</td></tr>\n", html, StringComparison.Ordinal);
        Assert.Contains("<tr><td>mu</td><td>10</td><td>5</td><td>5 to 15</td><td>at its lower bound</td></tr>", html, StringComparison.Ordinal);
        Assert.Contains("<td>With mu = 15: Too &lt;late&gt;. Really.</td>", html, StringComparison.Ordinal);
        Assert.Contains("<p>A line was dropped &amp; made again.</p>", html, StringComparison.Ordinal);
        Assert.EndsWith("</div>\n", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_a_fit_without_judging_and_failures_leaves_these_out()
    {
        var text = SmallFits.Fit(SmallFits.Optimizer(new SobolSearch(), 2)).ToText();

        Assert.DoesNotContain("fresh", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Warnings", text, StringComparison.Ordinal);
        Assert.Contains("  evaluations  2 of 2, 0 failed\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_history_is_written_as_a_table_with_all_digits()
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("history.csv");

        Sample().SaveHistory(path);

        Assert.Equal(
            """
            index,mu,weight,double,delay,loss,loss_trial0,milliseconds,fault
            0,10,0.155,0.31,0.1,9,9,500,
            1,12,0.1,0.2,0.1,6,6,500,
            2,5,0.2,0.4,0.1,4.5,4.5,500,
            3,15,,,,Infinity,,500,"With mu = 15: Too <late>.
            Really."

            """,
            File.ReadAllText(path));
        Assert.Throws<IOException>(() => Sample().SaveHistory(path, overwrite: false));
    }

    // A fit made by hand; nothing is simulated but the target.
    private static FitResult Sample()
    {
        ParameterSpace space = new()
        {
            ["mu"] = (5, 15), ["weight"] = (0.01, 0.3), ["double"] = Parameter.Linked("weight", weight => 2 * weight), ["delay"] = Parameter.Fixed(0.1),
        };
        var optimizer = SmallFits.Optimizer(new SobolSearch(), 8, space: space);
        var problem = new FitProblem(optimizer, SmallFits.Target, FitOptions.Default with { ScaleFactor = 3000, SmoothingWindow = 10 });
        ImmutableArray<Evaluation> history =
        [
            Made(0, [0.5, 0.5], Values(10, 0.155), 9), Made(1, [0.7, 0.3], Values(12, 0.1), 6), Made(2, [0, 0.6], Values(5, 0.2), 4.5),
            Made(3, [1, 0.6], new ParameterValues([new("mu", 15)]), double.PositiveInfinity) with { Fault = "With mu = 15: Too <late>.\nReally.", TrialLosses = [] },
        ];
        return new FitResult(problem, history[2])
        {
            History = history,
            StopReason = StopReason.TimeSpent,
            Fresh = [new FreshScore(history[2], [6, 7, 8], 6.5), new FreshScore(history[0], [10, 9, 11], 9.5)],
            Description = FitDescription.Of(optimizer, problem),
            Elapsed = TimeSpan.FromSeconds(2),
            SolverElapsed = TimeSpan.FromSeconds(0.1),
            Warnings = ["A line was dropped & made again."],
        };
    }

    private static ParameterValues Values(double mu, double weight) => new([new("mu", mu), new("weight", weight), new("double", 2 * weight), new("delay", 0.1)]);

    private static Evaluation Made(int index, ImmutableArray<double> point, ParameterValues parameters, double loss) => new()
    {
        Index = index, Point = point, Parameters = parameters, Loss = loss, TrialLosses = [loss], Elapsed = TimeSpan.FromMilliseconds(500),
    };
}
