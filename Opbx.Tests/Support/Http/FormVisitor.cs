using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Opbx.Tests.Support.Http;

/// <summary>Somebody with a browser without scripts: keeps cookies, follows redirects and sends forms as they are.</summary>
internal sealed class FormVisitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public FormVisitor(PortalHost portal)
    {
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = portal.ClientOptions.BaseAddress };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0");
    }

    public Uri Address => _client.BaseAddress!;

    public IEnumerable<string> Cookies => _cookies.GetCookies(Address).Select(c => c.Name);

    public async Task<FormPage> GetAsync(string path) => await ReadAsync(await _client.GetAsync(path, TestContext.Current.CancellationToken));

    /// <summary>Sends the page's first form with these values.</summary>
    public async Task<FormPage> SendAsync(FormPage page, params (string Name, string? Value)[] values)
    {
        var form = page.Document.QuerySelectorAll("main form")[0];
        var fields = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            Assert.True(fields.ContainsKey(name), $"{page.Path} has no field {name}: {string.Join(", ", fields.Keys)}");
            fields[name] = value ?? "";
        }
        using var content = new FormUrlEncodedContent(fields);
        return await ReadAsync(await _client.PostAsync(page.Path, content, TestContext.Current.CancellationToken));
    }

    public async Task<FormPage> SignInAsync(string email, string password) =>
        await SendAsync(await GetAsync("/sign-in"), ("Form.Email", email), ("Form.Password", password));

    /// <summary>Takes the session away but not what else the browser remembers.</summary>
    public void ForgetSession()
    {
        foreach (Cookie cookie in _cookies.GetCookies(Address)) cookie.Expired = cookie.Name is "opbx" or "opbx-step";
    }

    public void Dispose() => _client.Dispose();

    private static async Task<FormPage> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new FormPage((int)answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, new HtmlParser().ParseDocument(text), answer.Headers.RetryAfter?.ToString());
        }
    }
}

/// <summary>A page that was loaded.</summary>
internal sealed record FormPage(int Status, string Path, IHtmlDocument Document, string? RetryAfter)
{
    public string Title => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public string Text => Document.QuerySelector("main")?.TextContent ?? "";
}
