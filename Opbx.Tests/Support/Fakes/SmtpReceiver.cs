using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Opbx.Tests.Support.Fakes;

/// <summary>The least of an SMTP server.</summary>
internal static class SmtpReceiver
{
    /// <summary>Says yes to one mail; everything the client said is returned, also when it went away in the middle.</summary>
    /// <param name="listener">Where it listens.</param>
    /// <param name="certificate">Its certificate; without one it offers no STARTTLS.</param>
    /// <param name="implicitTls">Whether everything is encrypted from the first byte.</param>
    public static async Task<string> OneAsync(TcpListener listener, X509Certificate2? certificate = null, bool implicitTls = false)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var said = new StringBuilder();
        try
        {
            await ConverseAsync(client.GetStream(), certificate, implicitTls, said);
        }
        catch (Exception gone) when (gone is IOException or AuthenticationException)
        {
            said.AppendLine("(gone)");
        }

        return said.ToString();
    }

    /// <summary>A certificate that nobody vouches for.</summary>
    public static X509Certificate2 Certificate(string address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Parse(address));
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256) { CertificateExtensions = { names.Build() } };
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private static async Task ConverseAsync(Stream stream, X509Certificate2? certificate, bool implicitTls, StringBuilder said)
    {
        if (implicitTls) stream = await EncryptAsync(stream, certificate!);
        var (reader, writer) = Open(stream);
        await writer.WriteLineAsync("220 test");
        var (inData, isEncrypted) = (false, implicitTls);
        while (await reader.ReadLineAsync() is { } line)
        {
            said.AppendLine(line);
            if (inData && line != ".") continue;
            if (line is "STARTTLS" && certificate is not null)
            {
                await writer.WriteLineAsync("220 go on");
                (reader, writer) = Open(await EncryptAsync(stream, certificate));
                isEncrypted = true;
                continue;
            }

            if (line == "QUIT") break;
            inData = line == "DATA";
            var offersTls = line.StartsWith("EHLO", StringComparison.Ordinal) && certificate is not null && !isEncrypted;
            if (offersTls) await writer.WriteLineAsync("250-STARTTLS");
            await writer.WriteLineAsync(inData ? "354 go on" : "250 ok");
            if (line == ".") break;
        }
    }

    private static async Task<Stream> EncryptAsync(Stream stream, X509Certificate2 certificate)
    {
        var encrypted = new SslStream(stream);
        await encrypted.AuthenticateAsServerAsync(certificate);
        return encrypted;
    }

    private static (StreamReader Reader, StreamWriter Writer) Open(Stream stream) =>
        (new StreamReader(stream, Encoding.ASCII), new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true });
}
