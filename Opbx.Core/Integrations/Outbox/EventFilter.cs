using Opbx.Core.Document.Integrations;

namespace Opbx.Core.Integrations.Outbox;

public static class EventFilter
{
    /// <summary>Empty members of the filter do not restrict.</summary>
    public static bool Passes(WebhookFilter? filter, EventScope scope) =>
        filter is null
        || (Any(filter.Numbers, scope.PhoneNumber is null ? [] : [scope.PhoneNumber])
            && Any(filter.Extensions, scope.Extensions)
            && Any(filter.Groups, scope.Groups)
            && Any(filter.Menus, scope.Menus)
            && (filter.Direction is null || filter.Direction == scope.Direction));

    private static bool Any(IReadOnlyList<string> wanted, IReadOnlyList<string> present) =>
        wanted.Count == 0 || present.Any(p => wanted.Contains(p, StringComparer.OrdinalIgnoreCase));
}
