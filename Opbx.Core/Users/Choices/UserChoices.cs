using Microsoft.EntityFrameworkCore;
using Opbx.Core.Permissions;
using Opbx.Core.Persistence;

namespace Opbx.Core.Users.Choices;

/// <summary>Stores what people choose on pages, per person.</summary>
public sealed class UserChoices(Database database, TimeProvider clock)
{
    public const int LongestPlace = 80;
    /// <summary>In characters; a longer choice is not stored.</summary>
    public const int LongestValue = 2000;

    /// <summary>Null when there is none.</summary>
    public async Task<string?> FindAsync(Actor actor, string place, CancellationToken cancel)
    {
        if (actor.UserId is not { } person) return null;
        await using var db = database.OpenFor(actor.OrganizationId);
        return await db.UserChoices.Where(c => c.UserId == person && c.Place == place).Select(c => c.Value).FirstOrDefaultAsync(cancel);
    }

    /// <summary>Stores a choice; null deletes it. If two pages of a person save at the same time, one of them wins.</summary>
    public async Task SaveAsync(Actor actor, string place, string? value, CancellationToken cancel)
    {
        if (actor.UserId is not { } person || value is { Length: > LongestValue }) return;
        await using var db = database.OpenFor(actor.OrganizationId);
        var known = db.UserChoices.Where(c => c.UserId == person && c.Place == place);
        if (value is null)
        {
            await known.ExecuteDeleteAsync(cancel);
            return;
        }
        if (await known.ExecuteUpdateAsync(c => c.SetProperty(x => x.Value, value), cancel) > 0) return;
        db.UserChoices.Add(
            new UserChoice {
                Id = Guid.CreateVersion7(clock.GetUtcNow()), OrganizationId = actor.OrganizationId, UserId = person,
                Place = place, Value = value
            });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another page of the same person was quicker, or the person is gone.
        }
    }
}
