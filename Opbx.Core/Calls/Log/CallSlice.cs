namespace Opbx.Core.Calls.Log;

/// <summary>A page of the call log.</summary>
/// <param name="Items">The calls, newest first.</param>
/// <param name="Next">Where the next page begins; null on the last one.</param>
public sealed record CallSlice(IReadOnlyList<CallSummary> Items, CallCursor? Next);
