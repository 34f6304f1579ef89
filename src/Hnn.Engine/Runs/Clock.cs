namespace Hnn.Engine.Runs;

// Clock: the reference's running clock. Time is a sum of half steps, so it drifts in the last digits, and whether an
// event falls into a step depends on them (numerics.md sections 2 and 4).
internal sealed class Clock
{
    // How long after a sample above threshold a spike is dated, in ms; as in the reference.
    private const double DetectionDelay = 1e-10;

    public Clock(double timeStep, double stopTime)
    {
        TimeStep = timeStep;
        Steps = (int)(stopTime * (1 + 1e-11) / timeStep + 1e-9);
        Times = new double[Steps + 1];
        Middles = new double[Steps];
        var time = 0.0;
        for (var step = 0; step < Steps; step++)
        {
            Times[step] = time;
            time += 0.5 * timeStep;
            Middles[step] = time;
            time += 0.5 * timeStep;
        }

        Times[Steps] = time;
    }

    public double TimeStep { get; }

    public int Steps { get; }

    /// <summary>Time of each sample in ms; one more than there are steps.</summary>
    public double[] Times { get; }

    /// <summary>Time in the middle of each step in ms.</summary>
    public double[] Middles { get; }

    /// <summary>The time in ms of the spike of a cell that was above its threshold at a sample.</summary>
    public double SpikeTime(int sample) => Times[sample] + DetectionDelay;

    /// <summary>The first step whose middle is not before an event; <see cref="Steps"/> if there is none.</summary>
    public int StepOf(double time)
    {
        if (time > Middles[^1])
            return Steps;
        var step = Math.Clamp((int)(time / TimeStep), 0, Steps - 1);
        while (step > 0 && Middles[step - 1] >= time)
            step--;
        while (Middles[step] < time)
            step++;
        return step;
    }
}
