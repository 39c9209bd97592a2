namespace Opbx.Core.Calls.Log;

#pragma warning disable CA1309 // These comparisons become SQL: the database compares in the order of its own indexes.
/// <summary>Turns a query into exact conditions for both databases; times and cursor are in <see cref="CallSearch"/>.</summary>
internal static class CallFilter
{
    public static IQueryable<Call> Where(this IQueryable<Call> calls, CallQuery query)
    {
        if (query.Direction is { } direction) calls = calls.Where(c => c.Direction == direction);
        if (query.Disposition is { } disposition) calls = calls.Where(c => c.Disposition == disposition);
        if (query.Extension is { } extension)
        {
            var between = $"|{extension}|";
            calls = calls.Where(c => c.Extensions.Contains(between));
        }
        if (query.Group is { } group)
        {
            var between = CallTexts.Bar(group);
            calls = calls.Where(c => c.Groups.Contains(between));
        }
        if (query.Without is { Count: > 0 } without) calls = calls.Where(c => !without.Contains(c.Token));
        if (query.From is { Length: > 0 } from) calls = From(calls, from, CallTexts.Digits(from));
        if (query.To is { Length: > 0 } to) calls = To(calls, to, CallTexts.Digits(to));
        return query.Number is { Length: > 0 } number ? Number(calls, number.Trim()) : calls;
    }

    private static IQueryable<Call> From(IQueryable<Call> calls, string text, string digits) =>
        digits.Length > 0 ? calls.Where(c => c.FromDigits == digits) : calls.Where(c => c.From.Contains(text));

    private static IQueryable<Call> To(IQueryable<Call> calls, string text, string digits) =>
        digits.Length > 0 ? calls.Where(c => c.ToDigits == digits) : calls.Where(c => c.To.Contains(text));

    private static IQueryable<Call> Number(IQueryable<Call> calls, string text)
    {
        var digits = CallTexts.Digits(text);
        if (digits.Length == 0) return calls.Where(c => c.From.Contains(text) || c.To.Contains(text));
        if (text[0] != '+') return calls.Where(c => c.FromDigits.Contains(digits) || c.ToDigits.Contains(digits));
        var end = Next(digits);
        return calls.Where(c => (string.Compare(c.FromDigits, digits) >= 0 && string.Compare(c.FromDigits, end) < 0)
            || (string.Compare(c.ToDigits, digits) >= 0 && string.Compare(c.ToDigits, end) < 0));
    }

    /// <summary>The first text after all those that begin with these digits.</summary>
    private static string Next(string digits)
    {
        var kept = digits.TrimEnd('9');
        return kept.Length == 0 ? "a" : string.Concat(kept.AsSpan(0, kept.Length - 1), [(char)(kept[^1] + 1)]);
    }
}
