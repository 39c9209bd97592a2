using Opbx.Core.Routing;

namespace Opbx.Portal.Features.Webhooks;

/// <summary>The response to one request of a call.</summary>
/// <param name="Stage">What the call waited for; <c>first</c>, <c>unknown</c> for a foreign state, or <c>apology</c>.</param>
internal readonly record struct VoiceAnswer(string Cxml, string Stage)
{
    public const string Apology = "apology";

    private static readonly string[] Waits = [.. Enum.GetNames<Wait>().Select(name => name.ToLowerInvariant())];

    /// <param name="isFirst">Whether the URL has no state.</param>
    /// <param name="state">The state in the URL; null when it cannot be read.</param>
    public static string StageOf(bool isFirst, RouterState? state) =>
        isFirst ? "first" : state is null ? "unknown" : Waits[(int)state.Wait];
}
