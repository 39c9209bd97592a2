using System.Text.RegularExpressions;

namespace Opbx.Tests.Browser;

public sealed partial class MetricsTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    [Fact]
    public async Task An_open_page_is_counted()
    {
        await using var owner = await portal.VisitAsync();
        await owner.SignInAsync(TestPortal.OwnerEmail, TestPortal.OwnerPassword);
        await owner.Page.Locator("[data-interactive='1']").WaitForAsync();

        using var client = new HttpClient { BaseAddress = portal.Address };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!OpenPages().IsMatch(await client.GetStringAsync("metrics", patience.Token))) { }
    }

    [GeneratedRegex(@"^opbx_circuits_open\{.*\} [1-9]", RegexOptions.Multiline, 1000)]
    private static partial Regex OpenPages();
}
