using System.Security.Cryptography;

namespace Opbx.Core.Routing;

/// <summary>Real randomness, for live calls.</summary>
public sealed class ChanceDice : IDice
{
    public int Roll(int exclusive) => RandomNumberGenerator.GetInt32(exclusive);
}
