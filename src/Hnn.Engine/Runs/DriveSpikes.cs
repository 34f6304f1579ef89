using System.Collections.Immutable;
using Hnn.Engine.Models;

namespace Hnn.Engine.Runs;

// DriveSpikes: the spikes of the drives' artificial cells in the order of their delivery, sent off window by window.
internal sealed class DriveSpikes
{
    private readonly (double Time, int Trial, int Gid)[] _spikes;
    private int _next;

    public DriveSpikes(CompiledModel model, ImmutableArray<TrialInput> trials, Clock clock)
    {
        var firstGid = model.Description.CellCount;
        var spikes = new List<(double Time, int Trial, int Gid)>();
        for (var trial = 0; trial < trials.Length; trial++)
        {
            for (var cell = 0; cell < trials[trial].DriveSpikes.Length; cell++)
                spikes.AddRange(Delivered(trials[trial].DriveSpikes[cell], clock.Times[^1]).Select(time => (time, trial, firstGid + cell)));
        }

        _spikes = [.. spikes.OrderBy(spike => spike.Time).ThenBy(spike => spike.Trial).ThenBy(spike => spike.Gid)];
    }

    /// <summary>All spikes in the order of their times.</summary>
    public IEnumerable<(double Time, int Trial, int Gid)> All => _spikes;

    /// <summary>Spikes up to this time have been taken.</summary>
    public double Until { get; private set; } = double.NegativeInfinity;

    /// <summary>Takes the spikes up to a time, which those taken before do not include.</summary>
    public IEnumerable<(double Time, int Trial, int Gid)> TakeUntil(double time)
    {
        Until = time;
        while (_next < _spikes.Length && _spikes[_next].Time <= time)
            yield return _spikes[_next++];
    }

    /// <summary>Goes back to the state in which the spikes up to a time had been taken.</summary>
    public void Rewind(double until)
    {
        Until = until;
        _next = Array.FindIndex(_spikes, spike => spike.Time > until);
        if (_next < 0)
            _next = _spikes.Length;
    }

    // The reference schedules each spike by its distance from the one before, which rounds once more.
    private static IEnumerable<double> Delivered(ImmutableArray<double> given, double lastTime)
    {
        var time = 0.0;
        for (var i = 0; i < given.Length; i++)
        {
            time = i == 0 ? given[0] : time + (given[i] - time);
            if (time <= lastTime)
                yield return time;
        }
    }
}
