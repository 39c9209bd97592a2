using System.Text.Json;

namespace Opbx.Tests.Api;

/// <summary>A feature code while the store is away. On a portal of its own: what it asked for is done as soon as the store is
/// back.</summary>
public sealed class FeatureCodeOutageTests(AcmePortal host) : IClassFixture<AcmePortal>
{
    [Fact]
    public async Task The_caller_hears_the_new_state_although_the_database_is_away()
    {
        var said = await host.WithoutDatabaseAsync(async () =>
        {
            using var answer =
                await host.VoiceAsync(
                    JsonSerializer.Serialize(
                        new { Session = "night", From = "1003", To = "*28", Direction = "subscriber", CallStatus = "in-progress" }));
            return await answer.Content.ReadAsStringAsync();
        });
        Assert.Contains("business hours", said, StringComparison.OrdinalIgnoreCase);
    }
}
