using Hnn.Engine.Cells;
using Hnn.Engine.Kernels;
using Hnn.Engine.Mechanisms;
using Hnn.Engine.Synapses;

namespace Hnn.Engine.Models;

// CellPlanCompiler: from sections to nodes. The rules are those of numerics.md sections 1 and 7: a root node at the
// soma's 0 end, then per section one node per segment and one without membrane at its 1 end, sections breadth first.
internal sealed class CellPlanCompiler
{
    // What a node without membrane has for an area in the couplings.
    private const double EndArea = 100;

    private readonly Population _population;
    private readonly CellTemplate _cell;
    private readonly NetworkDescription _network;
    private readonly double _timeStep;
    private readonly Dictionary<string, SectionNodes> _sections = new(StringComparer.Ordinal);
    private readonly List<int> _parents = [-1];
    private readonly List<double> _areas = [0];
    private readonly List<double> _conductances = [0];
    private readonly List<double> _capacitances = [0];
    private readonly List<double> _voltages;
    private readonly List<double> _lengths = [0];

    private CellPlanCompiler(Population population, NetworkDescription network, double timeStep)
    {
        (_population, _cell, _network, _timeStep) = (population, population.Cell, network, timeStep);
        _voltages = [_cell[CellTemplate.Soma].InitialVoltage];
    }

    public static CellPlan Compile(Population population, NetworkDescription network, double timeStep) =>
        new CellPlanCompiler(population, network, timeStep).Compile();

    /// <summary>The synapses of a population that some projection reaches.</summary>
    public static HashSet<(string Section, string Receptor)> SynapsesReached(Population population, NetworkDescription network) =>
        network.Projections
            .Where(projection => projection.Targets.Length > 0 && projection.Targets[0] >= population.FirstGid && projection.Targets[0] < population.FirstGid + population.Count)
            .SelectMany(projection => projection.Sections.Select(section => (section, projection.Receptor)))
            .ToHashSet();

    /// <summary>The currents into a population's cells.</summary>
    public static IEnumerable<CurrentClamp> ClampsOf(Population population, NetworkDescription network) =>
        network.Clamps.Where(clamp => clamp.Population == population.Name);

    private CellPlan Compile()
    {
        foreach (var (section, parentNode) in InOrder())
            AddSection(section, parentNode());
        return new CellPlan
        {
            Population = _population,
            Tree = CompileTree(),
            Sections = _sections,
            InitialVoltages = [.. _voltages],
            Areas = [.. _areas],
            Capacitances = [.. _capacitances],
            Mechanisms = [.. MechanismLibrary.All.Select(mechanism => (mechanism, SitesOf(mechanism))).Where(entry => entry.Item2.Count > 0)],
            Slots = CompileSlots(),
            Clamps = [.. ClampsOf(_population, _network).Select(CompileClamp)],
        };
    }

    // Breadth first; of a section's children those at its 0 end first, at the same end the last connected first.
    private IEnumerable<(Section Section, Func<int> ParentNode)> InOrder()
    {
        var queue = new Queue<(string Name, Func<int> ParentNode)>([(CellTemplate.Soma, () => 0)]);
        while (queue.TryDequeue(out var next))
        {
            yield return (_cell[next.Name], next.ParentNode);
            var children = _cell.Joints.Where(joint => joint.Parent == next.Name).Reverse().OrderBy(joint => joint.ParentEnd);
            foreach (var joint in children)
                queue.Enqueue((joint.Child, joint.ParentEnd == 0 ? next.ParentNode : () => _sections[next.Name].End));
        }
    }

    private void AddSection(Section section, int parentNode)
    {
        var count = section.SegmentCount;
        _sections.Add(section.Name, new SectionNodes(_parents.Count, count));

        // The reference keeps diameters in single precision.
        var diameter = (double)(float)section.Diameter;
        var segment = section.Length / count;
        var half = 0.01 * section.AxialResistivity * (segment / 2) / (Math.PI * diameter * diameter / 4);
        var along = Orientation(section) * section.Length;
        for (var j = 0; j <= count; j++)
        {
            var isEnd = j == count;
            _parents.Add(j == 0 ? parentNode : _parents.Count - 1);
            _areas.Add(isEnd ? 0 : Math.PI * diameter * segment);
            _capacitances.Add(isEnd ? 0 : 0.001 * section.Capacitance / _timeStep);
            _conductances.Add(j == 0 || isEnd ? 1 / half : 1 / (half + half));
            _voltages.Add(section.InitialVoltage);
            _lengths.Add((X(j) - X(j - 1)) * along);
        }

        double X(int j) => j < 0 ? 0 : j == count ? 1 : (j + 0.5) / count;
    }

    // Cosine between a section and the dipole's axis.
    private double Orientation(Section section)
    {
        if (!_population.ContributesToDipole)
            return 0;
        var trunk = _cell[_cell.DipoleAxis].EndPoints;
        var (axis, direction) = (trunk.End - trunk.Start, section.EndPoints.End - section.EndPoints.Start);
        return axis.Dot(direction) / (axis.Length * direction.Length);
    }

    private CableTree CompileTree()
    {
        var count = _parents.Count;
        var (a, b, diagonal, weights) = (new double[count], new double[count], _capacitances.ToArray(), new double[count]);
        for (var node = 1; node < count; node++)
        {
            a[node] = -100 * _conductances[node] / AreaOf(_parents[node]);
            b[node] = -100 * _conductances[node] / AreaOf(node);
            diagonal[node] -= b[node];
            diagonal[_parents[node]] -= a[node];
            weights[node] = _lengths[node] * _conductances[node];
        }

        return new CableTree([.. _parents], a, b, diagonal, weights);

        double AreaOf(int node) => _areas[node] == 0 ? EndArea : _areas[node];
    }

    private KernelSites SitesOf(DensityMechanism mechanism)
    {
        var nodes = new List<int>();
        var values = mechanism.Parameters.ToDictionary(parameter => parameter.Name, _ => new List<double>());
        foreach (var (name, place) in _sections.OrderBy(entry => entry.Value.First))
        {
            var section = _cell[name];
            if (!section.Mechanisms.TryGetValue(mechanism.Name, out var settings))
                continue;
            nodes.AddRange(Enumerable.Range(place.First, place.Count));
            foreach (var parameter in mechanism.Parameters)
                values[parameter.Name].AddRange(_cell.Evaluate(section, settings.GetValueOrDefault(parameter.Name, parameter.Default)));
        }

        return new KernelSites(
            [.. nodes], values.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray()), _network.Celsius, _timeStep);
    }

    private SynapseSlot[] CompileSlots()
    {
        var reached = SynapsesReached(_population, _network);
        return [..
            from entry in _sections
            orderby entry.Value.First
            from receptor in _cell[entry.Key].Receptors
            where reached.Contains((entry.Key, receptor))
            let node = entry.Value.Middle
            select new SynapseSlot(entry.Key, receptor, node, _areas[node], _cell.Synapses[receptor])];
    }

    private ClampSite CompileClamp(CurrentClamp clamp)
    {
        var node = _sections[clamp.Section].Middle;
        return new ClampSite(node, clamp.Amplitude * 100 / _areas[node], clamp.Start, clamp.Start + clamp.Duration);
    }
}
