using Opbx.Portal.Components.Ui;

namespace Opbx.Portal.Components;

/// <summary>Who looks at the page, and which phone system they look at. Cascades from the layout to every page.</summary>
public sealed class PortalSession(Actor actor, Guid pbxId, ConfigurationStore store)
{
    /// <summary>Name of the cookie that keeps the chosen phone system.</summary>
    public const string PbxCookie = "opbx-pbx";

    public Actor Actor => actor;
    public Guid PbxId => pbxId;

    public PbxSnapshot Snapshot => store.Find(pbxId) ?? throw new InvalidOperationException("The phone system was deleted.");

    /// <summary>The number of the person's own extension on this phone system; null when there is none here.</summary>
    public string? OwnNumber => actor.ExtensionOn(pbxId);

    /// <summary>The phone systems the person can choose from: the organization's; whoever sees only what belongs to the own extension stays
    /// where that is.</summary>
    public IReadOnlyList<PbxSnapshot> Pbxs => Choices(actor, store);

    /// <summary>The phone system's name for people.</summary>
    public string PbxName => NameOf(Snapshot);

    /// <summary>The phone system's time zone.</summary>
    public TimeZoneInfo Zone =>
        TimeZoneInfo.TryFindSystemTimeZoneById(Snapshot.Document.Pbx.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The phone system's country, ISO 3166.</summary>
    public string Country => Snapshot.Document.Pbx.Country;

    /// <summary>A phone system's name for people.</summary>
    public static string NameOf(PbxSnapshot pbx) =>
        pbx.Document.Pbx.FriendlyName is { Length: > 0 } friendly ? friendly : pbx.Document.Pbx.Name;

    /// <summary>The name behind an extension's number; null when there is none.</summary>
    public string? ExtensionName(string number) => Snapshot.Document.Extensions.FirstOrDefault(e => e.Number == number)?.Name;

    /// <summary>An extension with its name, any other number as people read it.</summary>
    public string WhoIs(string number) => ExtensionName(number) is { } name ? $"{number} {name}" : NumberText.Readable(number, Country);

    /// <summary>Whether the person may do this.</summary>
    public bool May(Permission permission) => actor.May(permission);

    /// <summary>The session on the chosen phone system, else on that of the own extension, else on the first one; null when the
    /// organization has none.</summary>
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
