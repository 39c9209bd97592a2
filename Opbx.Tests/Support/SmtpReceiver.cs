using System.Net.Sockets;
using System.Text;

namespace Opbx.Tests.Support;

/// <summary>The least of an SMTP server.</summary>
internal static class SmtpReceiver
{
    /// <summary>Says yes to one mail; everything the client said is returned.</summary>
    public static async Task<string> OneAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var all = new StringBuilder();
        var inData = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            all.AppendLine(line);
            if (inData && line != ".") continue;
            if (line == "QUIT") break;
            inData = line == "DATA";
            await writer.WriteLineAsync(inData ? "354 go on" : "250 ok");
            if (line == ".") break;
        }

        return all.ToString();
    }
}
