namespace Hnn.Mpi;

/// <summary>What is shared out among the ranks. Results do not depend on it.</summary>
public enum MpiMode
{
    /// <summary>Trials if there are several, of one network or of many; else cells.</summary>
    Auto,

    /// <summary>Whole trials: each is simulated by one rank, and whoever is done gets the next.</summary>
    Trials,

    /// <summary>The cells of one network: all ranks simulate one trial after the other together. Pays for networks much larger than one machine's cores can hold.</summary>
    Cells,
}
