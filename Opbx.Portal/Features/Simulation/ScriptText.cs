using Opbx.Core.Document.Simulation;

namespace Opbx.Portal.Features.Simulation;

/// <summary>A simulated call's script as a short text for an address, for example <c>press.2,answer.1001</c>.</summary>
internal static class ScriptText
{
    private const int Most = 100;

    /// <summary>Null for an empty script.</summary>
    public static string? Write(IEnumerable<ScriptItem> script) =>
        string.Join(',', script.Select(Write)) is { Length: > 0 } text ? text : null;

    /// <summary>Invalid items are ignored.</summary>
    public static IReadOnlyList<ScriptItem> Read(string? text) =>
        [.. (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Take(Most).Select(ReadItem).OfType<ScriptItem>()];

    private static string Write(ScriptItem item) => item switch {
        { Press: { } keys } => $"press.{keys}",
        { Answer: { Length: > 0 } target } => $"answer.{target}",
        { Answer: not null } => "answer",
        { NoAnswer: true } => "noAnswer",
        { Busy: true } => "busy",
        { Unreachable: true } => "unreachable",
        { Hangup: true } => "hangup",
        { LeaveMessage: { } seconds } => string.Create(CultureInfo.InvariantCulture, $"leave.{seconds}"),
        _ => "noInput",
    };

    private static ScriptItem? ReadItem(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        var (word, value) = dot < 0 ? (text, "") : (text[..dot], text[(dot + 1)..]);
        return word switch {
            "press" when value.Length is > 0 and <= 32 && value.All(c => char.IsAsciiDigit(c) || c is '*' or '#') =>
                new ScriptItem { Press = value },
            "answer" when value.Length <= 64 => new ScriptItem { Answer = value },
            "noAnswer" => new ScriptItem { NoAnswer = true },
            "busy" => new ScriptItem { Busy = true },
            "unreachable" => new ScriptItem { Unreachable = true },
            "hangup" => new ScriptItem { Hangup = true },
            "noInput" => new ScriptItem { NoInput = true },
            "leave" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 3600 =>
                new ScriptItem { LeaveMessage = seconds },
            _ => null,
        };
    }
}
