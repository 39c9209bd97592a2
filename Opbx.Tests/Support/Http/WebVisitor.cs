using System.Net;
using System.Text.RegularExpressions;

namespace Opbx.Tests.Support.Http;

/// <summary>A person with a session and no browser: opens pages and sends their plain forms over real HTTP.</summary>
internal sealed partial class WebVisitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;

    public WebVisitor(PortalHost portal)
    {
        Address = portal.ClientOptions.BaseAddress;
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = Address };
    }

    private Uri Address { get; }

    public static async Task<WebVisitor> SignedInAsync(PortalHost portal, string email, string password, CancellationToken cancel)
    {
        var visitor = new WebVisitor(portal);
        using var answer = await visitor.SendAsync("/sign-in", "sign-in", new Dictionary<string, string>(StringComparer.Ordinal) { ["Form.Email"] = email, ["Form.Password"] = password }, cancel);
        Assert.Equal(302, (int)answer.StatusCode);
        return visitor;
    }

    public Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancel) => _client.GetAsync(path, cancel);

    public Task<string> TextAsync(string path, CancellationToken cancel) => _client.GetStringAsync(path, cancel);

    /// <summary>Opens the page and sends its form as a browser does.</summary>
    public async Task<HttpResponseMessage> SendAsync(string path, string form, IReadOnlyDictionary<string, string> fields, CancellationToken cancel)
    {
        var page = await _client.GetStringAsync(path, cancel);
        var token = Token().Match(page).Groups["token"].Value;
        Assert.NotEqual("", token);
        var all = new Dictionary<string, string>(fields, StringComparer.Ordinal) { ["_handler"] = form, ["__RequestVerificationToken"] = WebUtility.HtmlDecode(token) };
        using var content = new FormUrlEncodedContent(all);
        return await _client.PostAsync(path, content, cancel);
    }

    public string? Cookie(string name) => _cookies.GetCookies(Address)[name]?.Value;

    public void SetCookie(string name, string value) => _cookies.Add(Address, new Cookie(name, value));

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
