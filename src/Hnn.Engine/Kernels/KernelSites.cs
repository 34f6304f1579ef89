namespace Hnn.Engine.Kernels;

// KernelSites: where a mechanism sits in a cell plan, and with which parameters.
internal sealed class KernelSites
{
    private readonly Dictionary<string, double[]> _parameters;

    public KernelSites(int[] nodes, Dictionary<string, double[]> parameters, double celsius, double timeStep)
    {
        Nodes = nodes;
        _parameters = parameters;
        Celsius = celsius;
        TimeStep = timeStep;
        Count = nodes.Length;
    }

    public int Count { get; }

    /// <summary>The node of each site.</summary>
    public int[] Nodes { get; }

    public double Celsius { get; }

    public double TimeStep { get; }

    /// <summary>A parameter's value at each site.</summary>
    public double[] this[string parameter] => _parameters[parameter];

    /// <summary>The constants of all sites side by side, site after site.</summary>
    public NativeBuffer Constants(params Func<int, double>[] constants)
    {
        var buffer = new NativeBuffer((long)Count * constants.Length);
        for (var site = 0; site < Count; site++)
        {
            for (var k = 0; k < constants.Length; k++)
                buffer.Span[site * constants.Length + k] = constants[k](site);
        }

        return buffer;
    }
}
