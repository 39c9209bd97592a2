using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Components;

/// <summary>The signed-in person and the selected phone system. Cascades from the layout to every page.</summary>
public sealed class PortalSession(Actor actor, Guid pbxId, ConfigurationStore store)
{
    /// <summary>Cookie with the selected phone system.</summary>
    public const string PbxCookie = "opbx-pbx";

    public Actor Actor => actor;
    public Guid PbxId => pbxId;
    public PbxSnapshot Snapshot => store.Find(pbxId) ?? throw new InvalidOperationException("The phone system was deleted.");

    /// <summary>The person's own extension on this phone system; null when there is none here.</summary>
    public string? OwnNumber => actor.ExtensionOn(pbxId);

    /// <summary>The organization's phone systems; only the own extension's for people who see nothing else.</summary>
    public IReadOnlyList<PbxSnapshot> Pbxs => Choices(actor, store);

    public string PbxName => NameOf(Snapshot);

    public TimeZoneInfo Zone =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Snapshot.Document.Pbx.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>ISO 3166.</summary>
    public string Country => Snapshot.Document.Pbx.Country;

    public static string NameOf(PbxSnapshot pbx) =>
        pbx.Document.Pbx.FriendlyName is { Length: > 0 } friendly ? friendly : pbx.Document.Pbx.Name;

    public string? ExtensionName(string number) => Snapshot.Document.Extensions.FirstOrDefault(e => e.Number == number)?.Name;

    /// <summary>An extension with its name, any other number formatted for people.</summary>
    public string WhoIs(string number) => ExtensionName(number) is { } name ? $"{number} {name}" : NumberText.Readable(number, Country);

    public bool May(Permission permission) => actor.May(permission);

    /// <summary>Opens the selected phone system, else the own extension's, else the first; null when the organization has none.</summary>
    public static PortalSession? Open(Actor actor, Guid? chosen, ConfigurationStore store)
    {
        var pbxs = Choices(actor, store);
        var pbx = pbxs.FirstOrDefault(p => p.PbxId == chosen) ?? pbxs.FirstOrDefault(p => p.PbxId == actor.Own?.PbxId)
            ?? (pbxs.Count > 0 ? pbxs[0] : null);
        return pbx is null ? null : new PortalSession(actor, pbx.PbxId, store);
    }

    private static IReadOnlyList<PbxSnapshot> Choices(Actor actor, ConfigurationStore store)
    {
        var all = store.OfOrganization(actor.OrganizationId);
        return !actor.May(Permission.ViewConfiguration) && all.FirstOrDefault(p => p.PbxId == actor.Own?.PbxId) is { } home ? [home] : all;
    }
}
