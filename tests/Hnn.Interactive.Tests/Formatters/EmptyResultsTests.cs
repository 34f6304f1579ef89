using Hnn.Core.Networks;
using Hnn.Core.Results;
using Hnn.Engine.Models;
using Hnn.Interactive.Formatters;

namespace Hnn.Interactive.Tests.Formatters;

public class EmptyResultsTests
{
    [Fact]
    public void A_recording_without_trials_says_so_in_every_form()
    {
        var recording = new ElectrodeRecording(new ElectrodeArray("shank", [new(0, 0, 100)], 0.3, FieldMethod.PointSource, 0.5), [0, 1], []);

        AssertShown("Potentials of array shank: 1 contact, no trials", recording);
    }

    [Fact]
    public void Spikes_of_no_trials_say_so_in_every_form()
    {
        var response = new CellResponse([], new Dictionary<string, GidRange> { ["L2_basket"] = new(0, 3) }, ["L2_basket"]);

        AssertShown("Spikes: no trials", response);
    }

    private static void AssertShown(string title, object value)
    {
        var formatter = OfflineNotebook.FormatterOf(value);

        Assert.StartsWith(title, formatter.Format(value, Mime.Text), StringComparison.Ordinal);
        Assert.All(formatter.MimeTypes, mimeType => Assert.NotEmpty(formatter.Format(value, mimeType)));
    }
}
