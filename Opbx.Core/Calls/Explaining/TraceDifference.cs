using Opbx.Core.Routing.Trace;

namespace Opbx.Core.Calls.Explaining;

/// <summary>Compares two traces by their longest common sequence; all other steps belong to only one of them. Pure.</summary>
public static class TraceDifference
{
    /// <summary>Both traces merged into one ordered list.</summary>
    public static IReadOnlyList<ComparedStep> Between(IReadOnlyList<TraceStep> then, IReadOnlyList<TraceStep> today)
    {
        var common = Lengths(then, today);
        var lines = new List<ComparedStep>();
        var (i, j) = (0, 0);
        while (i < then.Count || j < today.Count)
        {
            if (i < then.Count && j < today.Count && IsSame(then[i], today[j]))
            {
                lines.Add(new ComparedStep(then[i].Reason == today[j].Reason ? Comparison.Same : Comparison.Changed, then[i++],
                    today[j++]));
            }
            else if (j == today.Count || i < then.Count && common[i + 1, j] >= common[i, j + 1])
            {
                lines.Add(new ComparedStep(Comparison.Gone, then[i++], null));
            }
            else
            {
                lines.Add(new ComparedStep(Comparison.New, null, today[j++]));
            }
        }
        return lines;
    }

    /// <summary>Length of the longest common sequence after every pair of positions.</summary>
    private static int[,] Lengths(IReadOnlyList<TraceStep> then, IReadOnlyList<TraceStep> today)
    {
        var common = new int[then.Count + 1, today.Count + 1];
        for (var i = then.Count - 1; i >= 0; i--)
        {
            for (var j = today.Count - 1; j >= 0; j--)
                common[i, j] = IsSame(then[i], today[j]) ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return common;
    }

    /// <summary>The same decision at the same object; its text may contain other numbers.</summary>
    private static bool IsSame(TraceStep one, TraceStep other) =>
        one.Kind == other.Kind && one.Code == other.Code && one.Node == other.Node;
}
