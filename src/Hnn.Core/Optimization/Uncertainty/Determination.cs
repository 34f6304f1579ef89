namespace Hnn.Core.Optimization.Uncertainty;

/// <summary>What data say about a parameter.</summary>
public enum Determination
{
    /// <summary>They limit it on both sides.</summary>
    Determined,

    /// <summary>They limit it from below; up to the upper end of its range all values fit as well.</summary>
    BoundedFromBelow,

    /// <summary>They limit it from above; down to the lower end of its range all values fit as well.</summary>
    BoundedFromAbove,

    /// <summary>They limit it on neither side.</summary>
    NotDetermined,
}
