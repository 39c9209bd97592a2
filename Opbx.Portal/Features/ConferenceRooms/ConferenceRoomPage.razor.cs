using Opbx.Core.Document.ConferenceRooms;
using Opbx.Portal.Components.Ui;
using Opbx.Portal.Navigation;

namespace Opbx.Portal.Features.ConferenceRooms;

public sealed partial class ConferenceRoomPage
{
    /// <summary>The name in the address; null for a new one.</summary>
    [Parameter] public string? Name { get; set; }

    public override Crumb List => new("Conference rooms", Paths.ConferenceRooms);

    protected override ObjectKind Kind => ObjectKind.ConferenceRooms;

    protected override string? KeyInAddress => Unescaped(Name);

    protected override string WhatDeletingMeans => "Nobody can meet in this room any more. Who is in it now can stay until the end.";

    protected override ConferenceRoom Make() => new();

    protected override string PathOf(string key) => Paths.ConferenceRoom(key);
}
