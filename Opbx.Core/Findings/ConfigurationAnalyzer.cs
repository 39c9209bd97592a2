using Opbx.Core.Document;

namespace Opbx.Core.Findings;

/// <summary>Finds problems in a document; one small function for each kind of problem.</summary>
public static class ConfigurationAnalyzer
{
    private static readonly Func<PbxDocument, IEnumerable<Finding>>[] Checks =
        [EndlessLoops.Find, EmptyGroups.Find, SwitchedOffTargets.Find, CallerNumbers.Find];

    /// <summary>Worst first.</summary>
    public static IReadOnlyList<Finding> Analyze(PbxDocument document) =>
        [.. Checks.SelectMany(check => check(document)).OrderBy(f => f.Severity).ThenBy(f => f.Path, StringComparer.Ordinal)];
}
