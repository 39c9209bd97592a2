namespace Opbx.Portal.Sandbox.Wire;

/// <summary>The portal's response to a request of the sandbox.</summary>
/// <param name="Status">The HTTP status; 0 when there was no response.</param>
/// <param name="ContentType">The media type; empty when there is none.</param>
/// <param name="Problem">Why there is no response, in a sentence; null when there is one.</param>
internal sealed record WireAnswer(int Status, string Body, string ContentType, string? Problem)
{
    public bool Taken => Status is >= 200 and < 300;

    /// <summary>What went wrong, as part of a sentence; only when the request was not accepted.</summary>
    public string Why => Problem ?? $"it answered with the status {Status}";
}
