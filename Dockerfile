FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
# The packages are a layer of their own: they change less often than the code.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY Opbx.Core/Opbx.Core.csproj Opbx.Core/
COPY Opbx.Portal/Opbx.Portal.csproj Opbx.Portal/
RUN dotnet restore Opbx.Portal -r linux-x64 -p:PublishReadyToRun=true
COPY Opbx.Core/ Opbx.Core/
COPY Opbx.Portal/ Opbx.Portal/
RUN dotnet publish Opbx.Portal -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -p:RunAnalyzers=false --no-restore -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app ./
RUN mkdir -p /data && chown 1654:1654 /data
USER 1654
ENV Opbx__DataDirectory=/data ASPNETCORE_HTTP_PORTS=8080
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["dotnet", "Opbx.Portal.dll", "--healthcheck"]
ENTRYPOINT ["dotnet", "Opbx.Portal.dll"]
