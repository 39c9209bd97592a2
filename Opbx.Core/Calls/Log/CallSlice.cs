namespace Opbx.Core.Calls.Log;

/// <param name="Items">Newest first.</param>
/// <param name="Next">Null on the last page.</param>
public sealed record CallSlice(IReadOnlyList<CallSummary> Items, CallCursor? Next);
