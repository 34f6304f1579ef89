using System.Xml.Linq;
using Hnn.Core.Optimization.Objectives;
using Hnn.Core.Results;
using Hnn.Plots.Pictures;

namespace Hnn.Plots.Tests;

public class PlotExtensionsTests
{
    private static readonly TimeFrequencyOptions Short = new() { Cycles = [3] };

    [Fact]
    public void Every_result_gives_its_usual_figure_and_all_can_be_drawn()
    {
        var (dipoles, response, shank) = (SmallRun.Result.Dipoles, SmallRun.Result.CellResponse, SmallRun.Electrode);

        Figure[] figures =
        [
            dipoles[0].Plot(), dipoles.Plot("L5"), dipoles[0].PlotPsd(), dipoles.PlotPsd(maxFrequency: 100), dipoles[0].PlotTimeFrequency([50, 60], Short),
            dipoles.PlotTimeFrequency([50, 60], Short), response.PlotRaster(), response.PlotHistogram(), shank.PlotLfp([0]), shank.PlotCsd(1),
            SmallFits.Of(Objective.Rmse()).PlotConvergence(),
        ];

        Assert.All(figures, figure => Assert.DoesNotContain("NaN", XDocument.Parse(SvgPicture.ToSvg(figure)).ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void They_are_the_figures_of_Plots()
    {
        var (dipoles, response) = (SmallRun.Result.Dipoles, SmallRun.Result.CellResponse);

        Assert.Equal(Svg(Plots.DipoleTrials(dipoles, ["L2"])), Svg(dipoles.Plot("L2")));
        Assert.Equal(Svg(Plots.SpikeHistogram(response, ["evprox"])), Svg(response.PlotHistogram(["evprox"])));
        Assert.Equal(Svg(Plots.SpikeRaster(response, trials: [1])), Svg(response.PlotRaster([1])));
    }

    [Fact]
    public void Figures_that_belong_together_share_their_times()
    {
        var drives = Plots.DrivesAndDipoles(SmallRun.Result);
        var spectrogram = Plots.DipolesAndTimeFrequency(SmallRun.Result.Dipoles, [50, 60], Short);

        Assert.Equal(["Spikes (count)", "Dipole moment (nAm)"], drives.Panels.Select(panel => panel.Y.Label));
        Assert.Equal(["Dipole moment (nAm)", "Frequency (Hz)"], spectrogram.Panels.Select(panel => panel.Y.Label));
        Assert.True(drives.SharesX && spectrogram.SharesX);
        Assert.Equal(40, drives.Panels[0].X.Max);
    }

    private static string Svg(Figure figure) => SvgPicture.ToSvg(figure);
}
