using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Delivery;

/// <summary>One event to be sent.</summary>
/// <param name="Id">Sent as header <c>webhook-id</c>.</param>
/// <param name="Sequence">Number of the event within its call, from 1; null when it is not about a call.</param>
internal sealed record EventFacts(string Id, Trigger Trigger, IReadOnlyDictionary<string, string> Values,
    DeliveryKind Kind = DeliveryKind.Live, int? Sequence = null)
{
    /// <summary>Whether an earlier event of the same call is missing although the integration requires strict order.</summary>
    public bool AfterGap { get; init; }

    /// <summary>Empty when the event does not have the value.</summary>
    public string this[ValueName name] => Values.GetValueOrDefault(ValueCatalogue.Spelling(name), "");
}
