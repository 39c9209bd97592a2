using Opbx.Core.Audit;
using Opbx.Core.Configuration.History;
using Opbx.Core.Document;
using Opbx.Core.Document.ConferenceRooms;
using Opbx.Core.Document.References;
using Opbx.Core.Document.RingGroups;
using Opbx.Core.Permissions;

namespace Opbx.Tests.Configuration.History;

public sealed class UndoDraftTests
{
    private static readonly PbxDocument Acme = Draft.From(Samples.Acme()).Document;

    [Fact]
    public void A_changed_object_gets_its_old_members()
    {
        var changed = WithRoom(Acme, room => room with { MaxParticipants = 123 });
        Same(Acme, Undo(changed, Entries(Acme, changed)));
    }

    [Fact]
    public void A_new_object_goes_and_a_deleted_one_comes_back()
    {
        var room = Acme.ConferenceRooms[0];
        var without = Acme with { ConferenceRooms = [.. Acme.ConferenceRooms.Skip(1)] };
        Assert.Contains(room.Name, Undo(without, Entries(Acme, without)).ConferenceRooms.Select(r => r.Name));
        var added = Acme with { ConferenceRooms = [.. Acme.ConferenceRooms, new ConferenceRoom { Name = "New" }] };
        Same(Acme, Undo(added, Entries(Acme, added)));
    }

    [Fact]
    public void A_renaming_is_taken_back_with_every_reference_also_those_made_since_then()
    {
        var group = Acme.RingGroups[0];
        var renames = new Dictionary<ObjectRef, string> { [new ObjectRef(ObjectKind.RingGroups.Name, group.Name)] = "Renamed" };
        var renamed = ReferenceMap.Rewrite(
            Acme with { RingGroups = [.. Acme.RingGroups.Select(g => g.Name == group.Name ? g with { Name = "Renamed" } : g)] },
            r => r.Kind == ObjectKind.RingGroups && r.Key == group.Name ? "Renamed" : r.Key);
        var draft = UndoDraft.Create(renamed, Entries(Acme, renamed, renames), evenIfChanged: false);
        Same(Acme, draft.Value!.Document);
        Assert.Equal(group.Name, draft.Value.Renames[new ObjectRef(ObjectKind.RingGroups.Name, "Renamed")]);
    }

    [Fact]
    public void What_was_changed_in_other_members_since_then_stays()
    {
        var changed = WithRoom(Acme, room => room with { MaxParticipants = 123 });
        var later = WithRoom(changed, room => room with { MuteOnEntry = !room.MuteOnEntry });
        var undone = Undo(later, Entries(Acme, changed));
        Assert.Equal((Acme.ConferenceRooms[0].MaxParticipants, later.ConferenceRooms[0].MuteOnEntry),
            (undone.ConferenceRooms[0].MaxParticipants, undone.ConferenceRooms[0].MuteOnEntry));
    }

    [Fact]
    public void The_same_member_changed_again_is_a_conflict_that_can_be_overruled()
    {
        var changed = WithRoom(Acme, room => room with { MaxParticipants = 123 });
        var later = WithRoom(changed, room => room with { MaxParticipants = 200 });
        var refused = UndoDraft.Create(later, Entries(Acme, changed), evenIfChanged: false);
        Assert.Equal([$"conference room {Acme.ConferenceRooms[0].Name}, maxParticipants"], refused.Failure!.Places);
        Same(Acme, UndoDraft.Create(later, Entries(Acme, changed), evenIfChanged: true).Value!.Document);
    }

    [Fact]
    public void An_object_deleted_since_then_is_a_conflict()
    {
        var changed = WithRoom(Acme, room => room with { MaxParticipants = 123 });
        var without = Acme with { ConferenceRooms = [.. Acme.ConferenceRooms.Skip(1)] };
        Assert.False(UndoDraft.Create(without, Entries(Acme, changed), evenIfChanged: false).Ok);
    }

    [Fact]
    public void Several_changes_are_taken_back_from_the_newest_to_the_oldest()
    {
        var first = WithRoom(Acme, room => room with { MaxParticipants = 123 });
        var second = WithRoom(first, room => room with { MaxParticipants = 200 }) with { Pbx = first.Pbx with { FriendlyName = "Other" } };
        var third = second with { RingGroups = [.. second.RingGroups, new RingGroup { Name = "Extra" }] };
        Same(Acme, Undo(third, [.. Entries(second, third), .. Entries(first, second), .. Entries(Acme, first)]));
    }

    [Fact]
    public void Undoing_twice_changes_nothing_more()
    {
        var changed = WithRoom(Acme, room => room with { MaxParticipants = 123 });
        var entries = Entries(Acme, changed);
        Same(Acme, Undo(Undo(changed, entries), entries));
    }

    private static PbxDocument WithRoom(PbxDocument document, Func<ConferenceRoom, ConferenceRoom> change) =>
        document with { ConferenceRooms = [change(document.ConferenceRooms[0]), .. document.ConferenceRooms.Skip(1)] };

    private static PbxDocument Undo(PbxDocument present, IReadOnlyList<HistoryEntry> entries)
    {
        var draft = UndoDraft.Create(present, entries, evenIfChanged: false);
        Assert.True(draft.Ok, draft.Failure?.Message);
        return draft.Value.Document;
    }

    private static List<HistoryEntry> Entries(PbxDocument before, PbxDocument after,
        IReadOnlyDictionary<ObjectRef, string>? renames = null) =>
        [.. DocumentDiff.Objects(before, after, renames ?? new Dictionary<ObjectRef, string>()).Select(c => new HistoryEntry
        {
            Actor = "anna@acme.example",
            Source = ActorSource.Portal,
            Kind = c.KindName,
            Key = c.AfterKey,
            Action = c.Before is null ? ChangeAction.Created : c.After is null ? ChangeAction.Deleted : ChangeAction.Updated,
            Before = c.Before,
            After = c.After,
        })];

    private static void Same(PbxDocument expected, PbxDocument actual) =>
        Assert.Equal(DocumentJson.Write(expected), DocumentJson.Write(actual));
}
