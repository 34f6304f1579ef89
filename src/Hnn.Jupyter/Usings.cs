// The fields of a JSON object that are kept as they are.
global using JsonFields = System.Collections.Immutable.ImmutableSortedDictionary<string, System.Text.Json.JsonElement>;
