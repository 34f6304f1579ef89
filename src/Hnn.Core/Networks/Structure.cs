using System.Collections;
using System.Reflection;

namespace Hnn.Core.Networks;

/// <summary>Compares data by what it holds: numbers and texts by value, sequences element by element, all else property by property.</summary>
internal static class Structure
{
    public static bool AreEqual(object? left, object? right)
    {
        if (ReferenceEquals(left, right) || Equals(left, right))
            return true;
        if (left is null || right is null || left.GetType() != right.GetType() || left is string || left.GetType().IsPrimitive)
            return false;
        if (left is IEnumerable leftItems && right is IEnumerable rightItems)
            return leftItems.Cast<object?>().Zip(rightItems.Cast<object?>()).All(pair => AreEqual(pair.First, pair.Second))
                && leftItems.Cast<object?>().Count() == rightItems.Cast<object?>().Count();
        var properties = left.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).ToList();
        return properties.Count > 0 && properties.TrueForAll(property => AreEqual(property.GetValue(left), property.GetValue(right)));
    }
}
