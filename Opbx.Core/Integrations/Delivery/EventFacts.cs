using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>What a request tells: one event.</summary>
/// <param name="Id">The event's id, the header <c>webhook-id</c>.</param>
/// <param name="Sequence">Number of the event within its call, from 1; null when it is not about a call.</param>
internal sealed record EventFacts(string Id, Trigger Trigger, IReadOnlyDictionary<string, string> Values,
    DeliveryKind Kind = DeliveryKind.Live, int? Sequence = null)
{
    /// <summary>Whether an earlier event of the same call has not arrived, though the integration wants strict order.</summary>
    public bool AfterGap { get; init; }

    /// <summary>The value; empty when the event has none.</summary>
    public string this[ValueName name] => Values.GetValueOrDefault(ValueCatalogue.Spelling(name), "");
}
