namespace Opbx.Core.Mail;

internal static class MailText
{
    /// <summary>Names are typed by people: a line break in one must not become one in the mail.</summary>
    public static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
