namespace Hnn.Testing.Oracle;

/// <summary>The running clock: a sum of half steps with all its rounding, which the event rule refers to (section 2).</summary>
internal sealed class RunningClock(double timeStep)
{
    /// <summary>Present time in ms.</summary>
    public double Time { get; private set; }

    /// <summary>Time half a step later, where the events of the step are bound.</summary>
    public double HalfStepLater => Time + 0.5 * timeStep;

    public void AdvanceHalfStep() => Time = HalfStepLater;

    /// <summary>How many steps a simulated time takes.</summary>
    public static int StepCount(double stopTime, double timeStep) => (int)(stopTime * (1 + 1e-11) / timeStep + 1e-9);

    /// <summary>All sample times. Shape: [steps + 1].</summary>
    public static double[] Times(double stopTime, double timeStep)
    {
        var clock = new RunningClock(timeStep);
        var times = new double[StepCount(stopTime, timeStep) + 1];
        for (var i = 1; i < times.Length; i++)
        {
            clock.AdvanceHalfStep();
            clock.AdvanceHalfStep();
            times[i] = clock.Time;
        }

        return times;
    }
}
