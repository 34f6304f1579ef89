using System.Collections.Immutable;
using Hnn.Core.Drives;
using Hnn.Engine.Cells;
using Hnn.Engine.Models;

namespace Hnn.Core.Networks;

public sealed partial class Network
{
    /// <summary>Adds a constant current into the middle of a section of all cells of some types.</summary>
    /// <param name="amplitudes">Currents in nA by cell type; positive depolarises. None adds nothing.</param>
    /// <param name="section">Name of the section. Default: <c>soma</c>.</param>
    /// <param name="name">Name of the bias. A cell type has one bias of a name. Default: <c>tonic</c>.</param>
    /// <param name="start">First time in ms. At least 0. Default: 0.</param>
    /// <param name="stop">Last time in ms, at least <paramref name="start"/>; null for the end of each run. Default: null.</param>
    /// <exception cref="ArgumentException">There is no such cell type or section, a bias of that name exists, or a number is out of its range; nothing was added.</exception>
    public void AddTonicBias(
        IReadOnlyDictionary<string, double> amplitudes, string section = "soma", string name = "tonic", double start = 0, double? stop = null)
    {
        ArgumentNullException.ThrowIfNull(amplitudes);
        var biases = amplitudes.Select(amplitude => new TonicBias(name, amplitude.Key, amplitude.Value, section, start, stop)).ToList();
        Refusal.IfAny(
            biases.Where(bias => _biases.Exists(old => old.Name == bias.Name && old.CellType == bias.CellType))
                .Select(bias => new NetworkProblem(
                    $"There is a bias '{bias.Name}' for '{bias.CellType}' already.", "A cell type has one bias of a name.", "Give the new one another name."))
                .Concat(biases.SelectMany(bias => BiasChecks.Of(this, bias))),
            nameof(amplitudes));
        _biases.AddRange(biases);
    }

    /// <summary>Removes all tonic biases.</summary>
    public void ClearBiases() => _biases.Clear();

    /// <summary>Adds an array of extracellular electrodes, to be recorded in each run.</summary>
    /// <param name="name">Name of the array, unique.</param>
    /// <param name="contacts">Positions of the contacts in µm. At least one.</param>
    /// <param name="conductivity">Conductivity of the extracellular medium in S/m. Positive. Default: 0.3.</param>
    /// <param name="method">How a segment's current is placed in space. Default: point sources.</param>
    /// <param name="minDistance">Distances below this, in µm, are taken as this. Positive. Default: 0.5.</param>
    /// <returns>The array as the network holds it.</returns>
    /// <exception cref="ArgumentException">The name is taken, there is no contact, or a number is out of its range.</exception>
    public ElectrodeArray AddElectrodeArray(
        string name, IEnumerable<Point3> contacts, double conductivity = 0.3, FieldMethod method = FieldMethod.PointSource, double minDistance = 0.5)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(contacts);
        Require.Positive(conductivity, "S/m");
        Require.Positive(minDistance, "µm");
        var array = new ElectrodeArray(name, [.. contacts], conductivity, method, minDistance);
        if (ElectrodeArrays.Contains(name))
            throw Refusal.Of(nameof(name), $"There is an electrode array '{name}' already.", $"The network has {ElectrodeArrays.Listing}.", "Give another name.");
        if (array.Contacts.IsEmpty)
            throw Refusal.Of(nameof(contacts), $"The electrode array '{name}' has no contacts.", "There would be nothing to record.", "Give at least one position.");
        if (array.Contacts.Any(contact => !double.IsFinite(contact.Length)))
            throw Refusal.Of(nameof(contacts), $"A contact of '{name}' has a coordinate that is not finite.", "Positions are in µm.", "Give finite numbers.");
        if (!Enum.IsDefined(method))
            throw Refusal.Of(nameof(method), $"There is no method {method}.", $"Known are {string.Join(", ", Enum.GetNames<FieldMethod>())}.", "Choose one of these.");
        ElectrodeArrays.Add(array);
        return array;
    }
}
