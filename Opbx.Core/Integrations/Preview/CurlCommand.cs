using System.Text;
using Opbx.Core.Integrations.Delivery;

namespace Opbx.Core.Integrations.Preview;

/// <summary>A request as a shell command; secrets stay masked.</summary>
public static class CurlCommand
{
    /// <summary>One line per header.</summary>
    public static string From(MaskedRequest request)
    {
        var command = new StringBuilder($"curl -X {request.Method} {Quoted(request.Url)}");
        foreach (var (name, value) in request.Headers) command.Append(" \\\n  -H ").Append(Quoted($"{name}: {value}"));
        if (request.Body is { Length: > 0 } body) command.Append(" \\\n  --data-raw ").Append(Quoted(body));
        return command.ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
