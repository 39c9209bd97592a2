using System.Text.RegularExpressions;

namespace Opbx.Core.Document.Integrations;

/// <summary>Rules beyond the format of the members.</summary>
public static partial class IntegrationRules
{
    /// <param name="accountScope">Whether it belongs to the account instead of a PBX.</param>
    /// <param name="pointer">Its place in the document, for example <c>/integrations/0</c>; empty for a single object.</param>
    public static void Check(Integration integration, bool accountScope, string pointer, FieldErrors errors)
    {
        CheckTriggers(integration, accountScope, pointer, errors);
        CheckUrl(integration.Url, pointer + "/url", errors);
        CheckAuth(integration.Auth, pointer + "/auth", errors);
        CheckHeaders(integration.Headers, pointer + "/headers", errors);
        CheckPath(integration, pointer + "/pathArguments", errors);
        CheckFields(integration, pointer + "/fields", errors);
    }

    /// <summary>Whether stored credentials can stay when the URL changes: only when they would go to the same place.</summary>
    public static bool SameReceiver(string before, string after) =>
        Uri.TryCreate(before, UriKind.Absolute, out var a) && Uri.TryCreate(after, UriKind.Absolute, out var b)
        && a.Scheme == b.Scheme && a.Port == b.Port && string.Equals(a.IdnHost, b.IdnHost, StringComparison.OrdinalIgnoreCase);

    private static void CheckTriggers(Integration integration, bool accountScope, string pointer, FieldErrors errors)
    {
        for (var i = 0; i < integration.Trigger.Count; i++)
        {
            var trigger = integration.Trigger[i];
            if (Triggers.IsAccount(trigger) != accountScope)
                errors.Add($"{pointer}/trigger/{i}",
                    accountScope ? "This trigger belongs to the integrations of a PBX."
                    : "This trigger belongs to the integrations of the account.");
            if (integration.Trigger.Take(i).Contains(trigger)) errors.Add($"{pointer}/trigger/{i}", "This trigger is chosen twice.");
        }
    }

    private static void CheckUrl(string url, string pointer, FieldErrors errors)
    {
        if (errors.Covers(pointer)) return;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            errors.Add(pointer, "This is not an http or https address.");
        else if (uri.UserInfo.Length > 0) errors.Add(pointer, "Enter user name and password under authentication, not in the address.");
    }

    private static void CheckAuth(WebhookAuth auth, string pointer, FieldErrors errors)
    {
        var basic = auth.Type == WebhookAuthType.Basic;
        if (basic && string.IsNullOrEmpty(auth.Username)) errors.Add(pointer + "/username", "Enter a user name.");
        if (!basic && !string.IsNullOrEmpty(auth.Username))
            errors.Add(pointer + "/username", "A user name belongs to basic authentication.");
        if (!basic && !string.IsNullOrEmpty(auth.Password))
            errors.Add(pointer + "/password", "A password belongs to basic authentication.");
        if (auth.Type != WebhookAuthType.Token && !string.IsNullOrEmpty(auth.Token))
            errors.Add(pointer + "/token", "A token belongs to token authentication.");
    }

    private static void CheckHeaders(IReadOnlyList<WebhookHeader> headers, string pointer, FieldErrors errors)
    {
        for (var i = 0; i < headers.Count; i++)
        {
            var header = headers[i];
            if (errors.Covers($"{pointer}/{i}/name")) continue;
            if (HeaderRules.Refusal(header.Name, header.Value) is { } refusal) errors.Add($"{pointer}/{i}/name", refusal);
            if (headers.Take(i).Any(h => string.Equals(h.Name, header.Name, StringComparison.OrdinalIgnoreCase)))
                errors.Add($"{pointer}/{i}/name", "This header is there twice.");
            if (!header.Secret && header.Value is null) errors.Add($"{pointer}/{i}/value", "Enter a value.");
        }
    }

    private static void CheckPath(Integration integration, string pointer, FieldErrors errors)
    {
        for (var i = 0; i < integration.PathArguments.Count; i++)
        {
            var argument = integration.PathArguments[i];
            if (PathArgument.NameIn(argument) is { } name) CheckValue(name, integration.Trigger, $"{pointer}/{i}", errors);
            else if (argument.Length > 500) errors.Add($"{pointer}/{i}", "A path argument has up to 500 characters.");
            else if (argument is "" or "." or ".." || argument.AsSpan().IndexOfAny('{', '}') >= 0)
                errors.Add($"{pointer}/{i}", "A path argument is a text, or the name of a value in braces, for example {callUuid}.");
        }
    }

    private static void CheckFields(Integration integration, string pointer, FieldErrors errors)
    {
        var query = integration.SendsQuery;
        for (var i = 0; i < integration.Fields.Count; i++)
        {
            var (key, value) = (integration.Fields[i].Key, integration.Fields[i].Value);
            if (!query && key.Length > 0 && !JsonKey().IsMatch(key))
                errors.Add($"{pointer}/{i}/key", "A key begins with a letter and has letters, digits, points, hyphens and underscores.");
            if (key.Any(char.IsControl)) errors.Add($"{pointer}/{i}/key", "A key has no control characters.");
            if (key is "__proto__" or "constructor" or "prototype")
                errors.Add($"{pointer}/{i}/key", "This key cannot be used; choose another.");
            if (integration.Fields.Take(i).Any(f => string.Equals(f.Key, key, StringComparison.OrdinalIgnoreCase)))
                errors.Add($"{pointer}/{i}/key", "This key is there twice.");
            if (value.Constant is not null) continue;
            foreach (var name in value.Text is { } text ? FieldText.NamesIn(text).Distinct(StringComparer.Ordinal) : [value.Name ?? ""])
                CheckValue(name, integration.Trigger, $"{pointer}/{i}/value", errors);
        }
    }

    private static void CheckValue(string name, IReadOnlyList<Trigger> triggers, string pointer, FieldErrors errors)
    {
        if (ValueCatalogue.Find(name) is not { } value) errors.Add(pointer, $"There is no value with the name \"{name}\".");
        else if (triggers.Where(t => !ValueCatalogue.For(t).Contains(value)).Select(Triggers.Spelling).ToList() is { Count: > 0 } without)
            errors.Add(pointer, $"{ValueCatalogue.DisplayName(value)} is not available for the trigger {string.Join(", ", without)}.");
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_.-]{0,63}$")]
    private static partial Regex JsonKey();
}
