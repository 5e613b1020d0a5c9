// Ask the queries of a file through JDBC: Client.java QUERIES URL.
// Prints one value a line: query, row, column, type, value.
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

public class Client {
	static final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

	static void print(String query, int row, String column, String type, String value) {
		out.println(String.join("\t", query, Integer.toString(row), column, type, value));
	}

	static String kind(Object value) {
		if (value == null) return "null";
		if (value instanceof Integer) return "integer";
		if (value instanceof String) return "text";
		if (value instanceof java.sql.Date) return "date";
		if (value instanceof Boolean) return "boolean";
		if (value instanceof Array) return "array";
		return value.getClass().getName();
	}

	static String show(Object value) throws SQLException {
		if (value == null) return "";
		if (value instanceof Array)
			return "{" + String.join(",", (String[]) ((Array) value).getArray()) + "}";
		return value.toString().replace("\n", "\\n");
	}

	static void ask(Connection connection, String[] line) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(line[1])) {
			for (int i = 2; i < line.length; i++)
				statement.setString(i - 1, line[i]);
			ResultSet result = statement.executeQuery();
			ResultSetMetaData columns = result.getMetaData();
			for (int row = 1; result.next(); row++)
				for (int i = 1; i <= columns.getColumnCount(); i++) {
					Object value = result.getObject(i);
					print(line[0], row, columns.getColumnName(i), kind(value), show(value));
				}
		} catch (SQLException error) {
			print(line[0], 0, "", "error", error.getSQLState());
		}
	}

	public static void main(String[] args) throws Exception {
		try (Connection connection = DriverManager.getConnection(args[1])) {
			for (String line : Files.readAllLines(Path.of(args[0])))
				ask(connection, line.split("\t"));
		}
	}
}
