namespace Opbx.Core.Users.SelfService;

/// <summary>Who covers for whom.</summary>
/// <param name="Number">The extension of the person who is away.</param>
/// <param name="By">The extension of the person who takes the calls.</param>
/// <param name="From">At once when null or past.</param>
/// <param name="Groups">Whether that person also takes the other's place in ring groups.</param>
public sealed record CoverInput(string Number, string? By, DateTimeOffset? From, DateTimeOffset? Until, bool Groups);
