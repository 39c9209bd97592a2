using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Opbx.Tests.Support.Http;

/// <summary>Somebody with a browser without scripts: keeps cookies and sends forms as they are.</summary>
internal sealed class HttpVisitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    /// <param name="portal">Where they are.</param>
    /// <param name="followRedirects">Whether the page is shown that a redirect leads to, or the redirect itself.</param>
    public HttpVisitor(TestPortal portal, bool followRedirects = true)
    {
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = _cookies, AllowAutoRedirect = followRedirects }) {
            BaseAddress =
            portal.Address
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0");
    }

    public IEnumerable<string> Cookies => _cookies.GetCookies(_client.BaseAddress!).Select(c => c.Name);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task<FormPage> GetAsync(string path) => await ReadAsync(await _client.GetAsync(path, Cancel));

    /// <summary>The whole text of a page that is shown.</summary>
    public async Task<string> TextAsync(string path)
    {
        var page = await GetAsync(path);
        Assert.Equal(200, page.Status);
        return page.Html;
    }

    /// <summary>Sends the page's first form with these values.</summary>
    public Task<FormPage> SendAsync(FormPage page, params IReadOnlyList<(string Name, string? Value)> values)
    {
        var form = page.Document.QuerySelectorAll("main form")[0];
        var fields = form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>()
            .ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            Assert.True(fields.ContainsKey(name), $"{page.Path} has no field {name}: {string.Join(", ", fields.Keys)}");
            fields[name] = value ?? "";
        }
        return PostAsync(page.Path, fields);
    }

    /// <summary>Sends a form by its name, whether the page shows it or not.</summary>
    public async Task<FormPage> SendAsync(string path, string form, params IReadOnlyList<(string Name, string Value)> values)
    {
        var page = await GetAsync(path);
        Assert.Equal(200, page.Status);
        var token = Assert.IsType<IHtmlInputElement>(page.Document.QuerySelector("input[name=__RequestVerificationToken]"),
            exactMatch: false).Value;
        Assert.NotEqual("", token);
        var fields = values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        (fields["_handler"], fields["__RequestVerificationToken"]) = (form, token);
        return await PostAsync(path, fields);
    }

    public async Task<FormPage> SignInAsync(string email, string password) =>
        await SendAsync(await GetAsync("/sign-in"), ("Form.Email", email), ("Form.Password", password));

    public string? Cookie(string name) => _cookies.GetCookies(_client.BaseAddress!)[name]?.Value;

    public void SetCookie(string name, string value) => _cookies.Add(_client.BaseAddress!, new Cookie(name, value));

    /// <summary>Takes the session away but not what else the browser remembers.</summary>
    public void ForgetSession()
    {
        foreach (Cookie cookie in _cookies.GetCookies(_client.BaseAddress!)) cookie.Expired = cookie.Name is "opbx" or "opbx-step";
    }

    public void Dispose() => _client.Dispose();

    private async Task<FormPage> PostAsync(string path, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await ReadAsync(await _client.PostAsync(path, content, Cancel));
    }

    private static async Task<FormPage> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var html = await answer.Content.ReadAsStringAsync(Cancel);
            var path = answer.RequestMessage!.RequestUri!.PathAndQuery;
            return new FormPage((int)answer.StatusCode, path, html, new HtmlParser()
                .ParseDocument(html), answer.Headers.Location, answer.Headers.RetryAfter?.ToString());
        }
    }
}

/// <summary>A page that was loaded, or where it sends its visitor.</summary>
internal sealed record FormPage(int Status, string Path, string Html, IHtmlDocument Document, Uri? Location, string? RetryAfter)
{
    public string Title => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";
    public string Text => Document.QuerySelector("main")?.TextContent ?? "";
}
