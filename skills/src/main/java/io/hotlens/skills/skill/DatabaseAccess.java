package io.hotlens.skills.skill;

/// How the user lets the target's database be asked directly.
///
/// @param url such as `jdbc:postgresql://host:5432/name`
/// @param user empty when the URL or the server needs none
/// @param password empty for none; never shown
public record DatabaseAccess(String url, String user, String password) {

    public DatabaseAccess {
        if (!url.startsWith("jdbc:")) {
            throw new IllegalArgumentException(
                    "a JDBC URL begins with jdbc:, such as jdbc:postgresql://host:5432/name");
        }
    }

    /// The URL without user, password and other parameters.
    public String place() {
        int parameters = url.indexOf('?');
        String bare = parameters < 0 ? url : url.substring(0, parameters);
        return bare.replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return place();
    }
}
