using Hnn.Core.Files;
using Hnn.Core.Files.NetworkJson;
using Hnn.Core.Networks;
using Hnn.Core.Optimization;

namespace Hnn.Core.FitSetups;

/// <summary>The parameters of a setup file: what they may be, where they begin, and which numbers of the network's drives they set.</summary>
internal sealed class SetupParameters
{
    private readonly Dictionary<string, double> _start = [];
    private readonly HashSet<string> _withPaths = [];
    private readonly List<(string Parameter, JsonValue Place, DriveQuantity Quantity)> _sets = [];

    private SetupParameters()
    {
    }

    /// <summary>The parameters with their bounds.</summary>
    public ParameterSpace Space { get; } = [];

    /// <summary>Where those begin that say so.</summary>
    public IReadOnlyDictionary<string, double> Start => _start;

    /// <summary>Sets the numbers in a network.</summary>
    public void Apply(Network network, ParameterValues values)
    {
        foreach (var (parameter, _, quantity) in _sets)
            quantity.Set(network, values[parameter]);
    }

    /// <summary>Reads the entry.</summary>
    /// <param name="entry">The entry: an object with a key for each parameter.</param>
    /// <param name="network">The network; null if it could not be made, and then paths are not looked up.</param>
    /// <param name="faults">Where faults are kept.</param>
    /// <exception cref="FileFault">The entry is no object.</exception>
    public static SetupParameters Read(JsonValue entry, Network? network, FaultList faults)
    {
        var result = new SetupParameters();
        var members = entry.Members().ToArray();
        foreach (var (name, value) in members)
        {
            if (faults.Read(null, () => KindOf(name, value, faults)) is { } parameter)
                result.Space.Add(name, parameter);
            if (value.IsObject && value.Optional("start") is { } start && result.Space.LastOrDefault() is { Value: FreeParameter free } last && last.Key == name)
                faults.Read(false, () => result.Begins(name, start, free));
            if (value.IsObject)
                faults.Read(false, () => result.Binds(name, value, network, faults));
        }

        result.CheckLinks(members.ToDictionary(member => member.Key, member => member.Value), faults);
        result.CheckPaths(faults);
        if (network is not null)
            result.CheckValues(network, faults);
        if (!members.Any(member => member.Value.IsObject && (member.Value.Optional("low") ?? member.Value.Optional("high")) is not null))
            faults.Add(entry.Fault("No parameter is free.", "There is nothing to vary.", "Give at least one of them low and high."));
        return result;
    }

    private static Parameter KindOf(string name, JsonValue entry, FaultList faults)
    {
        var (@fixed, linked) = (entry.Optional("fixed"), entry.Optional("linked"));
        var isFree = (entry.Optional("low") ?? entry.Optional("high")) is not null;
        if ((isFree ? 1 : 0) + (@fixed is not null ? 1 : 0) + (linked is not null ? 1 : 0) != 1)
            throw entry.Fault($"It is not clear what '{name}' may be.", "A parameter has either low and high, or fixed, or linked.", "Give exactly one of these.");
        if (linked is not null)
        {
            faults.CheckKeys(entry, "linked", "factor", "sets");
            var factor = entry.Optional("factor")?.Number() ?? 1;
            return Parameter.Linked(linked.Text(), source => factor * source);
        }

        if (@fixed is not null)
        {
            faults.CheckKeys(entry, "fixed", "sets");
            return Parameter.Fixed(@fixed.Number());
        }

        faults.CheckKeys(entry, "low", "high", "log", "start", "sets");
        var (low, high) = (entry["low"].Number(), entry["high"].Number());
        var parameter = entry.Optional("log")?.Flag() == true ? Parameter.Log(low, high) : Parameter.Linear(low, high);
        return parameter.Fault(name) is { } fault ? throw entry.Fault(fault, "", "") : parameter;
    }

    private bool Begins(string name, JsonValue start, FreeParameter bounds)
    {
        _start[name] = start.Number();
        return start.Number() >= bounds.Low && start.Number() <= bounds.High
            ? true
            : throw start.Fault($"'{name}' begins outside its bounds.", $"They are {bounds}.", "Move the start or the bounds.");
    }

    private bool Binds(string name, JsonValue entry, Network? network, FaultList faults)
    {
        var paths = entry.Optional("sets") is { } sets ? sets.IsText ? [sets] : sets.Items().ToArray() : [];
        if (paths.Length > 0)
            _withPaths.Add(name);
        foreach (var path in paths)
        {
            if (network is null)
                continue;
            if (DriveQuantity.TryParse(path.Text(), network, out var quantity, out var problem))
                _sets.Add((name, path, quantity));
            else
                faults.Add(path.Fault(problem.What, problem.Why, problem.Fix));
        }

        return true;
    }

    // A parameter without paths is of use only as the source of another.
    private void CheckLinks(Dictionary<string, JsonValue> entries, FaultList faults)
    {
        var sources = Space.Select(parameter => parameter.Value).OfType<LinkedParameter>().Select(linked => linked.Source).ToHashSet();
        foreach (var (name, entry) in entries.Where(each => each.Value.IsObject && !_withPaths.Contains(each.Key) && !sources.Contains(each.Key)))
            faults.Add(entry.Fault($"'{name}' sets nothing.", "It has no paths, and no other parameter is linked to it.", """Add "sets" with a path such as "evprox1.mu"."""));
        foreach (var (name, parameter) in Space)
        {
            if (parameter is not LinkedParameter { Source: var source })
                continue;
            var place = entries[name]["linked"];
            if (!entries.ContainsKey(source))
                faults.Add(place.Fault($"'{name}' is linked to '{source}', which does not exist.", $"The parameters are {string.Join(", ", entries.Keys)}.", "Name one that has bounds or is fixed."));
            else if (Space.Any(other => other.Key == source && other.Value is LinkedParameter))
                faults.Add(place.Fault($"'{name}' is linked to '{source}', which is linked itself.", "Links have one step.", "Name a parameter that has bounds or is fixed."));
        }
    }

    private void CheckPaths(FaultList faults)
    {
        var owners = new Dictionary<string, string>();
        foreach (var (parameter, place, quantity) in _sets)
        {
            if (quantity.Paths.FirstOrDefault(path => !owners.TryAdd(path, parameter)) is { } taken)
                faults.Add(place.Fault($"'{taken}' is set twice.", $"'{owners[taken]}' sets it already.", "Leave it to one of them."));
        }
    }

    // Between the ends of a range lie no faults that the ends do not show.
    private void CheckValues(Network network, FaultList faults)
    {
        foreach (var (parameter, place, quantity) in _sets)
        {
            foreach (var value in ExtremesOf(parameter))
            {
                var isPossible = faults.Try(place, false, () =>
                {
                    quantity.Set(network.Clone(), value);
                    return true;
                });
                if (!isPossible)
                    break;
            }
        }
    }

    private double[] ExtremesOf(string name) => Space.FirstOrDefault(parameter => parameter.Key == name).Value switch
    {
        FreeParameter free => [free.Low, free.High],
        FixedParameter @fixed => [@fixed.Value],
        LinkedParameter linked when Space.Any(other => other.Key == linked.Source && other.Value is not LinkedParameter) => [.. ExtremesOf(linked.Source).Select(linked.Formula)],
        _ => [],
    };
}
